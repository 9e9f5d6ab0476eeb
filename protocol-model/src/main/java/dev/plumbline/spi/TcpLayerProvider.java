package dev.plumbline.spi;

import java.util.Set;

/**
 * A TCP that can be judged on its own: the reference supplies IP, ICMP and UDP. Found like {@link StackProvider}, under
 * {@code META-INF/services/dev.plumbline.spi.TcpLayerProvider}.
 */
public interface TcpLayerProvider {
    /** A short name without blanks, as it is typed after {@code --stack}. */
    String name();

    /** What it claims: {@link Capability#TCP} and what goes with it. */
    Set<Capability> capabilities();

    /** Starts it on one host, with no connection and no open port. */
    TcpLayer boot(IpHost host);
}
