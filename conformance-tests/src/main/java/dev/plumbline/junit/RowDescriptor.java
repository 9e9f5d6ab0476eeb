package dev.plumbline.junit;

import dev.plumbline.suite.RequirementInfo;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A requirement as a test. */
final class RowDescriptor extends AbstractTestDescriptor {
    private final RequirementInfo row;

    RowDescriptor(TestDescriptor section, RequirementInfo row) {
        super(section.getUniqueId().append("row", row.id()), row.id() + " " + row.statement());
        this.row = row;
    }

    RequirementInfo row() {
        return row;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
