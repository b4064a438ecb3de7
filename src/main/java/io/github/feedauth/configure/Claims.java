package io.github.feedauth.configure;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.NerfDart;
import io.github.feedauth.feed.RegistryUrl;
import io.github.feedauth.npmrc.WrittenLine;
import io.github.feedauth.receipt.Receipt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which projects outside of a build need which credential, as far as receipts tell: the one that a credential was written for last,
 * and those whose files got the line that names the feed. A project that is gone needs none.
 */
final class Claims {
    private final Map<Claim, Path> holders = new HashMap<>();

    private record Claim(boolean yarn, String prefix) {}

    /** @param receipts all of the user's */
    Claims(List<Receipt> receipts, CleanRequest request) {
        for (Receipt receipt : request.everything() ? List.<Receipt>of() : receipts) {
            if (!request.isOfThisBuild(receipt.module()) && isThere(receipt)) {
                boolean yarn = YarnSettings.isSetting(receipt.line().key());
                for (String prefix : prefixes(receipt)) {
                    holders.putIfAbsent(new Claim(yarn, prefix), receipt.module());
                }
            }
        }
    }

    /** The project that needs the credential which a receipt is about; empty where none does. */
    Optional<Path> holder(Receipt receipt) {
        String key = receipt.line().key();
        return receipt.file().secret()
                ? Optional.ofNullable(holders.get(new Claim(YarnSettings.isSetting(key), prefix(key))))
                : Optional.empty();
    }

    /** The registry, as of npm's keys, that a key of a credential is about; the key itself where it is about none. */
    static String prefix(String key) {
        return YarnSettings.isSetting(key)
                ? YarnSettings.keyPrefix(key)
                : key.startsWith("//") ? key.substring(0, key.lastIndexOf(':')) : key;
    }

    private static boolean isThere(Receipt receipt) {
        return Files.isDirectory(receipt.module())
                && Files.exists(receipt.file().path())
                && !receipt.line().isRemoved();
    }

    private static List<String> prefixes(Receipt receipt) {
        WrittenLine line = receipt.line();
        String prefix = prefix(line.key());
        if (prefix.startsWith("//")) {
            return receipt.file().secret() ? List.of(prefix) : List.of();
        }
        return line.value().map(Claims::prefixesOf).orElse(List.of());
    }

    private static List<String> prefixesOf(String url) {
        try {
            return RegistryUrl.parse(url, "receipts").keyPrefixes().stream()
                    .map(NerfDart::toString)
                    .toList();
        } catch (FeedAuthFailure noRegistry) {
            return List.of();
        }
    }
}
