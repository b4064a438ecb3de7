import io.github.feedauth.it.ItCase

ItCase.node(basedir, 'prepare.mjs')
true
