package dev.plumbline.tidy;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A house rule: looks at all sources of the project and tells what it does not like. */
@FunctionalInterface
interface Rule {
    List<Finding> check(List<Source> sources);

    /** A rule that judges each file for itself. */
    static Rule forEachFile(Function<Source, List<Finding>> check) {
        return sources ->
                sources.stream().flatMap(source -> check.apply(source).stream()).collect(Collectors.toList());
    }
}
