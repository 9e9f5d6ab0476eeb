package dev.plumbline.suite;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The features as Maven runs them, against the stack that {@code -Dplumbline.stack} names. */
@Suite
@IncludeEngines("cucumber")
@SelectPackages("features")
@ConfigurationParameter(key = "cucumber.glue", value = "dev.plumbline.steps,dev.plumbline.suite")
@ConfigurationParameter(key = "cucumber.object-factory", value = "dev.plumbline.suite.StepObjects")
@ConfigurationParameter(key = "cucumber.plugin", value = "dev.plumbline.suite.StepTrace")
@ConfigurationParameter(key = "cucumber.publish.quiet", value = "true")
@ConfigurationParameter(key = "cucumber.execution.parallel.enabled", value = "true")
@ConfigurationParameter(key = "cucumber.junit-platform.naming-strategy", value = "long")
public final class FeaturesIT {}
