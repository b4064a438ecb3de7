package io.github.feedauth.probe;

import io.github.feedauth.probe.Reply.Silence;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** Why no answer came, in words. */
final class NoAnswer {
    private NoAnswer() {}

    /** The question could not even be asked. */
    static Silence unsayable() {
        return new Silence(
                "The credential has characters that no request can carry",
                "Paste the token again, in one piece and alone, and run mvn feedauth:configure");
    }

    /** Java's client takes no such URL. */
    static Silence unaddressable() {
        return new Silence(
                "Java sends no request to this address: it has no host, or no http or https before it; or its host has an underscore,"
                        + " or its path a percent sign that stands for nothing",
                "Correct the address; or ask with npm ping, or give the host another name");
    }

    /** Whatever broke it off. */
    static Silence because(Throwable e, Duration limit) {
        if (e instanceof HttpTimeoutException) {
            return late(limit);
        }
        if (e instanceof SSLException) {
            return new Silence(
                    "TLS failed: " + e.getMessage(),
                    "If your network has a certificate authority of its own, add it to the JVM's trust store, or name one by"
                            + " -Djavax.net.ssl.trustStore in MAVEN_OPTS; npm has its own setting, cafile");
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return new Silence(
                        "The host's name is not known on this machine",
                        "Check the URL and the network; where a proxy is needed, put it into settings.xml");
            }
        }
        return e instanceof ConnectException
                ? new Silence(
                        "Nothing answers at that host and port",
                        "Check the URL, the network and the proxy in settings.xml")
                : new Silence("The connection broke off before an answer came", "Run this again");
    }

    /** It was waited for long enough. */
    static Silence late(Duration limit) {
        return new Silence(
                "No answer came within " + limit.toSeconds() + " s",
                "Check the network and the proxy in settings.xml, or wait longer with -Dfeedauth.timeout=SECONDS");
    }
}
