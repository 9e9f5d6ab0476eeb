package dev.plumbline.dns;

import dev.plumbline.wire.Octets;

/** Where a record's data are written. */
public sealed interface DataWriter permits MessageWriter {
    /** Appends the low 8 bits. */
    DataWriter u8(int value);

    /** Appends the low 16 bits. */
    DataWriter u16(int value);

    /** Appends the low 32 bits. */
    DataWriter u32(long value);

    /** Appends octets as they are. */
    DataWriter octets(Octets octets);

    /** Appends a name, as a pointer if it stood earlier in the message: only for the types of RFC 1035 section 3.3 (RFC 3597 section 4). */
    DataWriter name(DomainName name);

    /** Appends a name that must not be compressed. */
    DataWriter fullName(DomainName name);
}
