package bitesize.oracle.cps;

import groovyjarjarasm.asm.ClassReader;
import groovyjarjarasm.asm.ClassWriter;
import groovyjarjarasm.asm.MethodVisitor;
import groovyjarjarasm.asm.Opcodes;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

/**
 * Loads the CPS transformer and the sandbox from their jars. The transformer asks the sandbox to refuse methods named
 * {@code finalize}, which the newest sandbox of Maven Central cannot yet: it gets a method that refuses nothing.
 */
final class CpsLoader extends URLClassLoader {
  private static final String SANDBOX = "org.kohsuke.groovy.sandbox.SandboxTransformer";
  private static final String METHOD = "forbidIfFinalizer";
  private static final String DESCRIPTOR = "(Lorg/codehaus/groovy/ast/MethodNode;)V";

  CpsLoader(List<String> jars) throws MalformedURLException {
    super(urls(jars), CpsLoader.class.getClassLoader());
  }

  private static URL[] urls(List<String> jars) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String jar : jars) urls.add(new File(jar).toURI().toURL());
    return urls.toArray(new URL[0]);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (!name.equals(SANDBOX)) return super.findClass(name);
    try (InputStream stream = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (stream == null) throw new ClassNotFoundException(name);
      ClassWriter writer = new ClassWriter(0);
      new ClassReader(stream).accept(writer, 0);
      MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, METHOD, DESCRIPTOR, null, null);
      method.visitCode();
      method.visitInsn(Opcodes.RETURN);
      method.visitMaxs(0, 2);
      method.visitEnd();
      byte[] bytes = writer.toByteArray();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException failure) {
      throw new ClassNotFoundException(name, failure);
    }
  }
}
