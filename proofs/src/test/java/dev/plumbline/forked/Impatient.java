package dev.plumbline.forked;

import dev.plumbline.adapter.sandbox.Sandbox;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test whose stacks hang on purpose: they are waited for less long, and in the sandbox that the test asks for, if it does. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Impatient.Settings.class)
public @interface Impatient {
    /** How long a turn may take, in seconds. */
    int seconds();

    /** Sets it before each test, and forgets it and the sandbox after it. */
    final class Settings implements BeforeEachCallback, AfterEachCallback {
        private static final String TURN = "plumbline.turn";

        @Override
        public void beforeEach(ExtensionContext context) {
            int seconds = context.getRequiredTestClass()
                    .getAnnotation(Impatient.class)
                    .seconds();
            System.setProperty(TURN, Integer.toString(seconds));
        }

        @Override
        public void afterEach(ExtensionContext context) {
            System.clearProperty(TURN);
            System.clearProperty(Sandbox.PROPERTY);
        }
    }
}
