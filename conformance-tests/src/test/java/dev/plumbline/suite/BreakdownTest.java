package dev.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class BreakdownTest {
    @Test
    void anEngineThatFailsIsTold() {
        assertThat(after(() -> {
                    throw new IllegalStateException("no glue");
                }))
                .get()
                .asString()
                .startsWith("not all scenarios could be played: ")
                .contains("no glue");
    }

    @Test
    void anEngineThatDoesItsWorkIsNot() {
        assertThat(after(() -> {})).isEmpty();
    }

    private static Optional<String> after(Runnable work) {
        Breakdown breakdown = new Breakdown();
        LauncherConfig only = LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .addTestEngines(new Engine(work))
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(only)
                .execute(LauncherDiscoveryRequestBuilder.request().build(), breakdown);
        return breakdown.sentence();
    }

    private record Engine(Runnable work) implements TestEngine {
        @Override
        public String getId() {
            return "toy";
        }

        @Override
        public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
            return new EngineDescriptor(id, "Toy") {
                @Override
                public boolean mayRegisterTests() {
                    return true;
                }
            };
        }

        @Override
        public void execute(ExecutionRequest request) {
            TestDescriptor root = request.getRootTestDescriptor();
            request.getEngineExecutionListener().executionStarted(root);
            work.run();
            request.getEngineExecutionListener().executionFinished(root, TestExecutionResult.successful());
        }
    }
}
