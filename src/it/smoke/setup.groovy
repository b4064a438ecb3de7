String registry = feedOrigin.replace('http:', '') + '/contoso/_packaging/Shared/npm/registry/'

new File(basedir, '.npmrc').text = "registry=http:${registry}\n"

File home = new File(basedir, 'home')
home.mkdirs()
new File(home, '.npmrc').text = """\
${registry}:username=any
${registry}:_password=${pat.bytes.encodeBase64()}
"""
true
