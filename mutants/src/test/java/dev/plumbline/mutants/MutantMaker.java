package dev.plumbline.mutants;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pitest.bytecode.analysis.ClassTree;
import org.pitest.classinfo.ClassByteArraySource;
import org.pitest.classinfo.ClassName;
import org.pitest.classpath.CodeSource;
import org.pitest.mutationtest.EngineArguments;
import org.pitest.mutationtest.build.CompoundInterceptorFactory;
import org.pitest.mutationtest.build.MutationInterceptor;
import org.pitest.mutationtest.config.PluginServices;
import org.pitest.mutationtest.config.ReportOptions;
import org.pitest.mutationtest.engine.Mutater;
import org.pitest.mutationtest.engine.MutationDetails;
import org.pitest.mutationtest.engine.gregor.config.GregorEngineFactory;

/** Has PIT make mutants: its default mutators, without what its default filters know to be no change or a loop without end. */
final class MutantMaker {
    private static final ClassByteArraySource SOURCE = name -> ReferenceClasses.bytes(name.replace('/', '.'));

    private final Mutater mutater =
            new GregorEngineFactory().createEngine(EngineArguments.arguments()).createMutator(SOURCE);
    private final MutationInterceptor filters = filters();

    private static MutationInterceptor filters() {
        PluginServices services = PluginServices.makeForLoader(MutantMaker.class.getClassLoader());
        ReportOptions options = new ReportOptions();
        return new CompoundInterceptorFactory(List.of(), services.findInterceptors())
                .createInterceptor(options, null, SOURCE, null, (CodeSource) null, null);
    }

    /** All mutants of a class. */
    List<Mutant> of(String className) {
        ClassName name = ClassName.fromString(className);
        filters.begin(ClassTree.fromBytes(SOURCE.getBytes(className).orElseThrow()));
        Collection<MutationDetails> found = filters.intercept(mutater.findMutations(name), mutater);
        filters.end();
        Map<String, Integer> before = new HashMap<>();
        List<Mutant> mutants = new ArrayList<>();
        for (MutationDetails details : found) {
            String what = what(className, details);
            int count = before.merge(what, 1, Integer::sum);
            mutants.add(new Mutant(
                    count == 1 ? what : what + " (" + count + ")",
                    className,
                    details.getLineNumber(),
                    () -> mutater.getMutation(details.getId()).getBytes()));
        }
        return mutants;
    }

    private static String what(String className, MutationDetails details) {
        String description = details.getDescription()
                .replaceFirst(" for dev/plumbline/\\S+$", "")
                .replaceAll("dev/plumbline/(?:\\w+/)*", "")
                .replaceAll("java/(?:\\w+/)*", "");
        return className.substring(ReferenceClasses.PREFIX.length()) + "." + details.getMethod() + ": " + description;
    }
}
