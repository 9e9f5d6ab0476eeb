package com.example.stack;

import dev.plumbline.junit.ConformanceTest;

/** Everything that this stack claims, one test a requirement. To debug the stack, set {@code forked = false}. */
@ConformanceTest(stack = MyProvider.class)
class MyStackTest {}
