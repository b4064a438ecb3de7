module.exports = 'storefront'
