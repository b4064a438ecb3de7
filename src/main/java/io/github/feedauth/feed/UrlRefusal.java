package io.github.feedauth.feed;

import io.github.feedauth.failure.FeedAuthFailure;

/**
 * Why a text is not taken as a web URL: everything the WHATWG parser refuses, and the few things it takes that a registry
 * URL must not have. The messages never repeat the text, because a mistyped URL can hold a password at any place.
 */
enum UrlRefusal {
    NOT_HTTP(
            "this is not an http or https URL",
            "Write it in full, for example https://pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/"),
    CONTROL_CHARACTER(
            "the URL holds a control character or half of a character pair",
            "Type the URL again, or copy it as plain text"),
    USER_INFO(
            "the URL holds a user name or password before its host",
            "Put the user name into <username>, keep the secret in settings.xml or an environment variable, and write the URL"
                    + " without everything up to the @"),
    QUERY_OR_FRAGMENT("the URL has a query or a fragment", "Remove the first ? or # and all that follows it"),
    HOST_MISSING("the URL has no host", "Write the host after https://, for example https://pkgs.dev.azure.com/acme/…"),
    HOST_UNUSABLE(
            "the URL's host is neither a host name nor an IP address",
            "Write a host of letters, digits, dots and hyphens, or an IP address (IPv6 in brackets)"),
    HOST_INTERNATIONAL(
            "the URL's host has a label with letters whose encoding differs between standards or that npm would refuse",
            "Write the host in its punycode form (xn--…), as the DNS has it"),
    PORT("the URL's port is not a number from 0 to 65535", "Write the port as digits, or leave it out with its colon"),
    MIXED_DOTS(
            "the URL's path has a . or .. segment beside a name that begins with a dot, which some versions of Node resolve"
                    + " wrongly",
            "Write the path without . and .. segments"),
    CARET(
            "the URL's path has a ^, which some versions of Node encode and others do not",
            "Write %5E, which means the same to all of them");

    private final String what;
    private final String nextStep;

    UrlRefusal(String what, String nextStep) {
        this.what = what;
        this.nextStep = nextStep;
    }

    String what() {
        return what;
    }

    FeedAuthFailure at(String where) {
        return new FeedAuthFailure(what, where, nextStep);
    }
}
