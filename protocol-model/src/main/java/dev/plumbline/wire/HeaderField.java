package dev.plumbline.wire;

/** Where a header keeps one of its fields; each protocol's enum lists them in the order of its RFC's diagram. */
public interface HeaderField {
    /** How many bits stand before the field, counted from the start of its header. */
    int bitOffset();

    /** The field's width in bits, 1 to 64. */
    int bits();
}
