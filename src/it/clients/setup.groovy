import io.github.feedauth.it.ItCase

ItCase.node(basedir, 'matrix.mjs', 'prepare', '--clients', clients, '--tools', new File(basedir, '../../clients').path,
        '--feed', feedOrigin)
true
