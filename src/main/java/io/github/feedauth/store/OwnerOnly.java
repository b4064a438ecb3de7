package io.github.feedauth.store;

import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * What makes a new file or folder its owner's alone where there are access lists instead of modes: one entry, and none
 * inherited.
 *
 * @param user who may do everything; empty where the file system has no access lists (FAT)
 */
record OwnerOnly(Optional<UserPrincipal> user) {

    FileAttribute<?>[] atCreation() {
        return user.map(OwnerOnly::accessList)
                .map(list -> new FileAttribute<?>[] {list})
                .orElseGet(() -> new FileAttribute<?>[0]);
    }

    private static FileAttribute<List<AclEntry>> accessList(UserPrincipal user) {
        List<AclEntry> entries = List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(user)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build());
        return new FileAttribute<>() {
            @Override
            public String name() {
                return "acl:acl";
            }

            @Override
            public List<AclEntry> value() {
                return entries;
            }
        };
    }
}
