import com.sun.net.httpserver.HttpServer
import io.github.feedauth.it.ItCase

// Another host than the feed's, which a project may send Corepack to: a registry and an address in one. What came is kept.
def elsewhere = HttpServer.create(new InetSocketAddress('127.0.0.1', authorityPort as int), 0)
context.put('came', [])
elsewhere.createContext('/', { exchange ->
    context.get('came') << [exchange.requestURI.path, exchange.requestHeaders.containsKey('Authorization')]
    def name = exchange.requestURI.path.endsWith('.tgz') ? 'elsewhere.tgz' : 'elsewhere.json'
    def answer = new File(basedir, name).bytes
    exchange.sendResponseHeaders(200, answer.length)
    exchange.responseBody.write(answer)
    exchange.close()
})
elsewhere.start()
context.put('elsewhere', elsewhere)

ItCase.node(basedir, ['PAT': pat, 'JWT': jwt], 'prepare.mjs', new File(basedir, '../../clients/corepack').path,
        feedOrigin, 'http://127.0.0.1:' + authorityPort)
true
