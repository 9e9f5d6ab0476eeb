package dev.plumbline.reference.dns;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.dns.ResponseCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An answer while a {@link ZoneSearch} writes it. */
public final class Draft {
    /** The answer section. */
    public final List<ResourceRecord> answers = new ArrayList<>();
    /** The authority section. */
    public final List<ResourceRecord> authority = new ArrayList<>();
    /** What the answer is worth nothing without: addresses of servers that have their names from the servers themselves. */
    public final List<ResourceRecord> glue = new ArrayList<>();
    /** What may be useful, and is left out first. */
    public final List<ResourceRecord> additional = new ArrayList<>();
    /** The aliases that were followed. */
    public final Set<DomainName> followed = new HashSet<>();
    /** AA. */
    public boolean authoritative;
    /** RCODE. */
    public ResponseCode code = ResponseCode.NOERROR;

    /** With nothing in it. */
    public Draft() {}
}
