package dev.plumbline.reference.kit;

import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpError;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** An application that sends a long stream and compares the one that comes, and keeps neither of them. */
public final class Bulk implements TcpHandler {
    private static final int PIECE = 1 << 16;

    /** What it was told of the end, in order. */
    public final List<String> told = new ArrayList<>();

    private final long length;
    private final Consumer<Runnable> pause;
    private final IntSupplier appetite;
    private long sent;
    private long received;
    private boolean intact = true;

    /** Will send {@code length} octets, and close; reads what comes at once. */
    public Bulk(long length) {
        this(length, Runnable::run, () -> PIECE);
    }

    /**
     * The same, but reads in its own way.
     *
     * @param pause runs what follows when it likes to
     * @param appetite how much it reads at a time
     */
    public Bulk(long length, Consumer<Runnable> pause, IntSupplier appetite) {
        this.length = length;
        this.pause = pause;
        this.appetite = appetite;
    }

    /** How much has come. */
    public long received() {
        return received;
    }

    /** Whether every octet was the one that belongs to its place. */
    public boolean isIntact() {
        return intact;
    }

    /** Begins to send; the listener's side is accepted with it. */
    public Bulk begin(TcpConnection connection) {
        talk(connection);
        return this;
    }

    private void talk(TcpConnection connection) {
        int taken = -1;
        while (sent < length && taken != 0) {
            taken = connection.send(piece(sent, (int) Math.min(PIECE, length - sent)));
            sent += taken;
        }
        if (sent == length) {
            connection.close();
        }
    }

    private static Octets piece(long from, int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            long at = from + i;
            // No two places that a segment or a window apart could confuse have the same neighbours.
            bytes[i] = (byte) (at ^ at >>> 8 ^ at >>> 16);
        }
        return Octets.wrap(bytes);
    }

    @Override
    public void established(TcpConnection connection) {
        talk(connection);
    }

    @Override
    public void writable(TcpConnection connection) {
        talk(connection);
    }

    @Override
    public void readable(TcpConnection connection) {
        pause.accept(() -> read(connection));
    }

    private void read(TcpConnection connection) {
        Octets data = connection.receive(appetite.getAsInt());
        intact &= data.equals(piece(received, data.length()));
        received += data.length();
        if (!data.isEmpty()) {
            pause.accept(() -> read(connection));
        }
    }

    @Override
    public void peerClosed(TcpConnection connection) {
        told.add("peer closed");
    }

    @Override
    public void failed(TcpConnection connection, TcpError error) {
        told.add("failed " + error);
    }

    @Override
    public void closed(TcpConnection connection) {
        told.add("closed");
    }
}
