package dev.plumbline.mutants;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Puts calls of a {@link Probe} into classes. */
final class Instruments {
    private static final String PROBE = Probe.class.getName().replace('.', '/');

    private final Map<String, Integer> lines = new HashMap<>();

    /** The number of a line of a class; without a file's name, for each class knows its own lines. */
    synchronized int number(String className, int line) {
        return lines.computeIfAbsent(className + ":" + line, place -> lines.size());
    }

    /** So that steps are counted, and lines are noted. */
    byte[] linesAndSteps(byte[] original) {
        return instrumented(original, true);
    }

    /** So that steps are counted. */
    byte[] steps(byte[] original) {
        return instrumented(original, false);
    }

    private byte[] instrumented(byte[] original, boolean withLines) {
        ClassNode type = new ClassNode();
        new ClassReader(original).accept(type, 0);
        for (MethodNode method : type.methods) {
            for (AbstractInsnNode at : List.copyOf(instructions(method.instructions))) {
                if (at instanceof JumpInsnNode) {
                    method.instructions.insertBefore(at, call("step", "()V"));
                } else if (withLines && at instanceof LineNumberNode line) {
                    note(method.instructions, line, type.name.replace('/', '.'));
                }
            }
        }
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        type.accept(writer);
        return writer.toByteArray();
    }

    /** Behind the frame that may follow the line's label, and behind a NEW: frames know both by the place of their label. */
    private void note(InsnList instructions, LineNumberNode line, String className) {
        AbstractInsnNode first = line;
        while (first != null && first.getOpcode() < 0) {
            first = first.getNext();
        }
        if (first == null) {
            return;
        }
        InsnList probe = new InsnList();
        probe.add(new LdcInsnNode(number(className, line.line)));
        probe.add(call("line", "(I)V"));
        if (first.getOpcode() == Opcodes.NEW) {
            instructions.insert(first, probe);
        } else {
            instructions.insertBefore(first, probe);
        }
    }

    private static MethodInsnNode call(String method, String descriptor) {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, PROBE, method, descriptor, false);
    }

    private static List<AbstractInsnNode> instructions(InsnList list) {
        List<AbstractInsnNode> all = new ArrayList<>();
        list.forEach(all::add);
        return all;
    }
}
