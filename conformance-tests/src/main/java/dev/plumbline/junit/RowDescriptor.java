package dev.plumbline.junit;

import dev.plumbline.results.Requirement;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A requirement as a test. */
final class RowDescriptor extends AbstractTestDescriptor {
    private final Requirement row;

    RowDescriptor(TestDescriptor section, Requirement row) {
        super(section.getUniqueId().append("row", row.id()), row.id() + " " + row.statement());
        this.row = row;
    }

    Requirement row() {
        return row;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
