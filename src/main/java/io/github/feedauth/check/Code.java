package io.github.feedauth.check;

/** The kinds of findings. A code keeps its meaning for ever; the README lists them. */
public enum Code {
    NO_CREDENTIAL(101, Severity.ERROR),
    OTHER_CREDENTIAL_FIRST(102, Severity.WARNING),
    SHADOWED(103, Severity.WARNING),
    NOT_REGISTERED(104, Severity.ERROR),
    OVERRIDDEN_REGISTRY(105, Severity.ERROR),
    OUTDATED_CREDENTIAL(106, Severity.WARNING),
    MISSPELT_KEY(107, Severity.WARNING),
    INVALID_BASE64(108, Severity.ERROR),
    USER_IN_PASSWORD(109, Severity.ERROR),
    SPACE_IN_PASSWORD(110, Severity.ERROR),
    UNUSABLE_REGISTRY(114, Severity.ERROR),
    WITHOUT_ALWAYS_AUTH(115, Severity.ERROR),
    PAT_AS_BEARER(111, Severity.ERROR),
    SEVERAL_ORGANIZATIONS(112, Severity.WARNING),
    GLOBAL_PAT(113, Severity.WARNING),
    UNSCOPED_CREDENTIAL(121, Severity.ERROR),
    TOP_LEVEL_EMAIL(122, Severity.WARNING),
    ALWAYS_AUTH(123, Severity.WARNING),
    AFTER_SECTION(124, Severity.ERROR),
    ENCODING(125, Severity.ERROR),
    UNREADABLE_FILE(126, Severity.WARNING),
    WIDE_MODE(127, Severity.WARNING),
    SECRET_TRACKED(128, Severity.ERROR),
    SECRET_NOT_IGNORED(129, Severity.WARNING),
    IGNORED_MEMBER_FILE(130, Severity.WARNING),
    UNREAD_YARN_FILE(131, Severity.WARNING),
    YARN_VARIABLE(132, Severity.ERROR),
    UNSET_VARIABLE(133, Severity.ERROR),
    LOCKED_TO_OTHER_FEED(141, Severity.ERROR),
    LOCKED_TO_OTHER_HOST(142, Severity.WARNING),
    REJECTED(201, Severity.ERROR),
    SIGN_IN_PAGE(202, Severity.ERROR),
    NO_RIGHT(203, Severity.ERROR),
    NO_SUCH_FEED(204, Severity.ERROR),
    RATE_LIMITED(205, Severity.WARNING),
    SERVER_FAULT(206, Severity.WARNING),
    UNKNOWN(207, Severity.WARNING),
    INSECURE(208, Severity.WARNING),
    ALREADY_PUBLISHED(301, Severity.ERROR),
    UNPUBLISHED(302, Severity.ERROR),
    DELETED(303, Severity.ERROR),
    UNFIT_PACKAGE(304, Severity.ERROR),
    READ_ONLY_VIEW(305, Severity.ERROR),
    BYPASSES_FEED(306, Severity.WARNING),
    PRIVATE_PACKAGE(307, Severity.INFO);

    private final int number;
    private final Severity severity;

    Code(int number, Severity severity) {
        this.number = number;
        this.severity = severity;
    }

    /** The code as it is printed: {@code FA101}. */
    public String text() {
        return "FA" + number;
    }

    /** Whether it makes npm miss a whole file, so that other findings may come of it. */
    boolean isCause() {
        return this == ENCODING || this == UNREADABLE_FILE;
    }

    /** How bad it is, at worst. */
    public Severity severity() {
        return severity;
    }
}
