import io.github.feedauth.it.ItCase

ItCase.node(basedir, 'prepare.mjs', new File(basedir, '../../clients').path)
true
