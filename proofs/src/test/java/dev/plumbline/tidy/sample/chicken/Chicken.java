package dev.plumbline.tidy.sample.chicken;

import dev.plumbline.tidy.sample.egg.Egg;
import java.util.List;

/** Comes from an egg. */
public record Chicken(List<Egg> eggs) {}
