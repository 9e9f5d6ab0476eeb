package dev.plumbline.requirement;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that here is the code without which a requirement would be broken. It is for readers and for {@code docs/index.md}, which
 * is made from the sources; nothing that runs can see it.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.FIELD})
@Retention(RetentionPolicy.SOURCE)
public @interface Keeps {
    /** The ids of rows in the catalogue, such as {@code RFC9293/MUST-36}. */
    String[] value();
}
