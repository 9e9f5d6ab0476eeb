package dev.plumbline.cli;

import dev.plumbline.suite.RunOptions;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time as people type it: 90s, 30m, 2h. */
final class BudgetWords implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        return RunOptions.budget(text)
                .orElseThrow(() -> new TypeConversionException(RunOptions.BUDGET_WORDS + ", found '" + text + "'"));
    }
}
