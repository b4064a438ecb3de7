import io.github.feedauth.it.ItCase

ItCase.node(basedir, ['PAT': pat], 'prepare.mjs', new File(basedir, '../../clients/corepack').path,
        feedOrigin + '/contoso/_packaging/Shared/npm/registry/')
true
