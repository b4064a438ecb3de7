import java.nio.file.Files

// As a build leaves it that was killed: nobody holds the lock beside the folder.
def left = new File(basedir, 'home/.local/state/feedauth/builds/killed')
assert left.mkdirs()
new File(left, 'x.npmrc').text = pat
['web/.npmrc', 'home/.npmrc'].each { name ->
    Files.copy(new File(basedir, name).toPath(), new File(basedir, name + '.before').toPath())
}
true
