package dev.plumbline.spi;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.RecordType;

/** A stub resolver's user interface (RFC 1034 section 5.2). */
public interface ResolverService {
    /**
     * Looks up a name.
     *
     * @param handler told of the outcome once, never before this call has returned
     */
    default void resolve(DomainName name, RecordType type, ResolutionHandler handler) {
        throw new CallRefused(CallRefused.Reason.NOT_CLAIMED, "this stack has no resolver");
    }
}
