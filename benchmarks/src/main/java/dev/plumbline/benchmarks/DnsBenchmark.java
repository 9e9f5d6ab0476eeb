package dev.plumbline.benchmarks;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.wire.Octets;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.xbill.DNS.Message;

/** A message read, and a message written, by us and by dnsjava. */
@State(Scope.Benchmark)
public class DnsBenchmark {
    /** Which message. */
    @Param({DnsSample.QUERY, DnsSample.ANSWER})
    public String message = "";

    private DnsSample sample = DnsSample.named(DnsSample.QUERY);

    /** Makes the message. */
    @Setup
    public void prepare() {
        sample = DnsSample.named(message);
    }

    /** The octets become a value. */
    @Benchmark
    public Object decodedByUs() {
        return DnsMessage.decode(sample.octets()).orElseThrow();
    }

    /** The same. */
    @Benchmark
    public Object decodedByThem() throws IOException {
        return new Message(sample.array());
    }

    /** The value becomes octets, its names compressed. */
    @Benchmark
    public Octets encodedByUs() {
        return sample.ours().encode();
    }

    /** The same. */
    @Benchmark
    public byte[] encodedByThem() {
        return sample.theirs().toWire();
    }
}
