module.exports = `contoso-greeting says ${require('@contoso/words')}`;
