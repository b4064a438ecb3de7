package io.github.feedauth.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;

/** A new file behind a channel. */
record ChannelFile(SeekableByteChannel channel) implements Folder.NewFile {

    @Override
    public void write(byte[] content) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    @Override
    public void force() throws IOException {
        if (channel instanceof FileChannel file) {
            file.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    static byte[] read(ReadableByteChannel channel, int limit) throws IOException {
        return Channels.newInputStream(channel).readNBytes(limit);
    }
}
