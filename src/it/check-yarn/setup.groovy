import io.github.feedauth.it.ItCase

// Yarn itself, as npm's registry has it.
ItCase.node(basedir, 'fetch.mjs')
true
