// A token of last year before the PAT, as it is left behind when somebody changes from one to the other.
def stale = new File(basedir, 'stale/.npmrc')
stale.parentFile.mkdirs()
def key = feedOrigin.substring(feedOrigin.indexOf('//')) + '/contoso/_packaging/Publish-check/npm/registry/'
stale.text = "${key}:_authToken=eyJ.old.x\n${key}:username=AzureDevOps\n${key}:_password=bm90aGluZw==\n"
stale.setReadable(false, false)
stale.setReadable(true, true)
true
