// What a PAT of yesterday has left behind must not be sent beside the token.
String registry = feedOrigin.replace('http:', '') + '/contoso/_packaging/Entra/npm/registry/'
def home = new File(basedir, 'home')
home.mkdirs()
new File(home, '.npmrc').text = """\
; mine
${registry}:username=old
${registry}:_password=b2xk
//other.example.com/:_authToken=other
"""
true
