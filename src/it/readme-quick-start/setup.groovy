// The README's own snippets, with the address of the embedded feed and a PAT in the place of the words.
def readme = new File(basedir, '../../../README.md').text
def snippets = (readme =~ /(?ms)^```xml\n(.*?)^```$/).collect { it[1] }
def plugin = snippets.find { it.startsWith('<plugin>') }.replace('https://pkgs.dev.azure.com', feedOrigin)
def server = snippets.find { it.startsWith('<server>') }.replaceFirst(/(?<=<password>).*(?=<)/, '\\${env.TEAM_PAT}')

def insert = { name, mark, text ->
    def file = new File(basedir, name)
    assert file.text.contains(mark)
    file.text = file.text.replace(mark, text)
}
insert('pom.xml', "<!-- the README's snippet -->", plugin)
insert('readme-quick-start-settings.xml', "<!-- the README's server -->", "<servers>${server}</servers>")
true
