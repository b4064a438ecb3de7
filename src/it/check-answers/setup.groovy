// A registry for each answer, each with a scope of its own, and a credential for it in the user's file.
import com.sun.net.httpserver.HttpsConfigurator
import com.sun.net.httpserver.HttpsServer
import io.github.feedauth.it.ItCase
import java.security.KeyStore
import javax.net.ssl.KeyManagerFactory
import javax.net.ssl.SSLContext

// A server whose certificate no authority of this JVM has signed. It lives until verify.groovy stops it.
def store = new File(basedir, 'home/tls.p12')
store.parentFile.mkdirs()
def keytool = new File(System.getProperty('java.home'), 'bin/keytool').path
def made = [keytool, '-genkeypair', '-alias', 'x', '-keyalg', 'EC', '-dname', 'CN=localhost', '-ext', 'san=dns:localhost', '-validity', '30', '-keystore', store.path,
        '-storetype', 'PKCS12', '-storepass', 'changeit'].execute()
assert made.waitFor() == 0
def keys = KeyStore.getInstance('PKCS12')
store.withInputStream { keys.load(it, 'changeit'.toCharArray()) }
def managers = KeyManagerFactory.getInstance(KeyManagerFactory.defaultAlgorithm)
managers.init(keys, 'changeit'.toCharArray())
def tls = SSLContext.getInstance('TLS')
tls.init(managers.keyManagers, null, null)
def server = HttpsServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
server.httpsConfigurator = new HttpsConfigurator(tls)
context.put('reached', [])
server.createContext('/') { exchange ->
    context.get('reached') << exchange.requestURI.path
    exchange.responseHeaders.add('Content-Type', 'application/json')
    exchange.sendResponseHeaders(200, 2)
    exchange.responseBody.withStream { it << '{}' }
}
server.start()
context.put('tls', server)

def refused = new ServerSocket(0, 1, InetAddress.loopbackAddress)
def nobody = refused.localPort
refused.close()

def answer = { "${feedOrigin}/contoso/_packaging/Answer-${it}/npm/registry/" }
def basic = { key, token -> "${key}:username=any\n${key}:_password=${ItCase.base64(token)}\n" }
def wrong = 'nobody-knows-this-one'
def ofAnotherTenant = ['{"alg":"x"}', '{"tid":"22222222-2222-2222-2222-222222222222"}', 'signed'].collect { ItCase.base64(it).replace('=', '') }.join('.')
def user = new StringBuilder()
def registry = { folder, scope, url, lines ->
    new File(basedir, "${folder}/.npmrc") << "@${scope}:registry=${url}\n"
    user << lines(url.toString().substring(url.toString().indexOf('//')))
}

registry('errors', 'bare', "${feedOrigin}/contoso/_packaging/Publish-answers-bare/npm/registry/") { '' }
registry('errors', 'wrong', "${feedOrigin}/contoso/_packaging/Publish-answers-wrong/npm/registry/") { basic(it, wrong) }
registry('errors', 'no-right', "${feedOrigin}/contoso/_packaging/Publish-answers-no-right/npm/registry/") { basic(it, patTools) }
registry('errors', 'nowhere', "${feedOrigin}/contoso/Elsewhere/_packaging/Nowhere/npm/registry/") { basic(it, pat) }
registry('errors', 'other-tenant', answer('other-tenant')) { "${it}:_authToken=${ofAnotherTenant}\n" }
['sign-in-203', 'sign-in-302', 'html-200', 'elsewhere'].each { row -> registry('errors', row, answer(row)) { basic(it, pat) } }

['firewall', 'too-often', 'broken', 'odd', 'slow', 'reset'].each { row -> registry('warnings', row, answer(row)) { basic(it, pat) } }
registry('warnings', 'tls', "https://localhost:${server.address.port}/contoso/_packaging/Answer/npm/registry/") { basic(it, pat) }
registry('trusted', 'tls', "https://localhost:${server.address.port}/contoso/_packaging/Answer/npm/registry/") { '' }
registry('warnings', 'refused', "http://127.0.0.1:${nobody}/contoso/_packaging/Answer/npm/registry/") { basic(it, pat) }

def file = new File(basedir, 'home/.npmrc')
file.text = user.toString()
file.setReadable(false, false)
file.setReadable(true, true)
true
