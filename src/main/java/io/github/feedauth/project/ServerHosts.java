package io.github.feedauth.project;

import io.github.feedauth.credential.PinnedHosts;
import io.github.feedauth.failure.FeedAuthFailure;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** The {@code <hosts>} of a server's {@code <configuration>} in settings.xml: text with commas or white space between, or elements. */
final class ServerHosts {
    private ServerHosts() {}

    /**
     * Reads them.
     *
     * @param configuration the server's configuration; null for none
     * @param where the server, for the failure's message
     * @throws io.github.feedauth.failure.FeedAuthFailure where the element is there but names no host, is misspelt as
     *     {@code <host>}, or an entry is none
     */
    static PinnedHosts of(Object configuration, String where) {
        Xpp3Dom all = configuration instanceof Xpp3Dom dom ? dom : new Xpp3Dom("configuration");
        if (all.getChild("host") != null) {
            throw new FeedAuthFailure(
                    "<host> is none of the elements that pin a password",
                    where + ", configuration",
                    "Write <hosts>, with one host or several");
        }
        Xpp3Dom hosts = all.getChild("hosts");
        if (hosts == null) {
            return PinnedHosts.NONE;
        }
        List<String> texts = new ArrayList<>();
        for (Xpp3Dom host : hosts.getChildren()) {
            texts.add(text(host));
        }
        if (texts.isEmpty()) {
            texts.addAll(List.of(text(hosts).strip().split("[\\s,]+", -1)));
        }
        return PinnedHosts.parse(texts, where);
    }

    private static String text(Xpp3Dom element) {
        return element.getValue() == null ? "" : element.getValue();
    }
}
