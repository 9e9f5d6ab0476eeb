package dev.plumbline.spi;

import java.util.Optional;

/**
 * Finds stacks that no list can name beforehand, such as a file's. Found with {@link java.util.ServiceLoader}, under
 * {@code META-INF/services/dev.plumbline.spi.StackLocator}.
 */
public interface StackLocator {
    /** How such a stack is named after {@code --stack}, with what it means: {@code jar:PATH  the provider in a jar}. */
    String usage();

    /**
     * The provider that a name means, if it is a name of this kind. What is wrong with it, the provider tells when it is asked
     * whether it is {@link StackProvider#unavailable}; until that was asked, it need not be able to tell anything else.
     */
    Optional<StackProvider> locate(String name);
}
