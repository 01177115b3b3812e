package bitesize.oracle.jenkins;

import bitesize.oracle.stub.Made;
import groovyjarjarasm.asm.ClassWriter;
import groovyjarjarasm.asm.MethodVisitor;
import groovyjarjarasm.asm.Opcodes;
import groovyjarjarasm.asm.Type;
import java.util.Map;
import java.util.WeakHashMap;

/** Makes concrete subclasses of abstract stubs. A method that only an interface declares is then simply not there. */
final class Subclasses extends ClassLoader {
  static final String SUFFIX = "__made";
  private static final Map<Class<?>, Class<?>> KNOWN = new WeakHashMap<>();

  private Subclasses(ClassLoader parent) {
    super(parent);
  }

  static Class<?> of(Class<?> type) {
    return KNOWN.computeIfAbsent(type, parent -> new Subclasses(parent.getClassLoader()).define(parent));
  }

  private Class<?> define(Class<?> parent) {
    String name = parent.getName() + SUFFIX;
    String constructor = Type.getMethodDescriptor(Type.VOID_TYPE, Type.getType(Made.class));
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_6, Opcodes.ACC_PUBLIC, name.replace('.', '/'), null, Type.getInternalName(parent), null);
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", constructor, null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, Type.getInternalName(parent), "<init>", constructor, false);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(2, 2);
    code.visitEnd();
    writer.visitEnd();
    byte[] bytes = writer.toByteArray();
    return defineClass(name, bytes, 0, bytes.length);
  }
}
