import com.sun.net.httpserver.HttpServer
import io.github.feedauth.it.ItCase

def elsewhere = HttpServer.create(new InetSocketAddress('127.0.0.1', authorityPort as int), 0)
context.put('came', [])
elsewhere.createContext('/', { exchange ->
    context.get('came') << [exchange.requestURI.path, exchange.requestHeaders.containsKey('Authorization')]
    def file = exchange.requestURI.path.endsWith('.tgz') ? 'contoso-words-1.0.0.tgz' : 'metadata'
    def answer = new File(basedir, 'served/' + file).bytes
    exchange.sendResponseHeaders(200, answer.length)
    exchange.responseBody.write(answer)
    exchange.close()
})
elsewhere.start()
context.put('elsewhere', elsewhere)

ItCase.node(basedir, 'prepare.mjs', new File(basedir, '../../clients').path, 'http://127.0.0.1:' + authorityPort)
true
