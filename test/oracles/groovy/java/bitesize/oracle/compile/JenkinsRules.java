package bitesize.oracle.compile;

import bitesize.oracle.stub.Restricted;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.lang.model.SourceVersion;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.syntax.SyntaxException;
import org.codehaus.groovy.transform.stc.StaticTypesMarker;

/**
 * Rules that the type check does not know, applied after it: a static method of an interface is an error (Groovy 2.4
 * cannot call it: VerifyError at run time), a GString is an error, so is a method of a script whose name is no
 * identifier (ClassFormatError at run time); deprecated and restricted members are warnings.
 */
final class JenkinsRules extends CompilationCustomizer {
  private final List<Map<String, Object>> warnings;

  JenkinsRules(List<Map<String, Object>> warnings) {
    super(CompilePhase.INSTRUCTION_SELECTION);
    this.warnings = warnings;
  }

  @Override
  public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
    Visitor visitor = new Visitor(source);
    visitor.checkOwnMethods(type);
    visitor.visitClass(type);
  }

  private final class Visitor extends ClassCodeVisitorSupport {
    private final SourceUnit source;

    Visitor(SourceUnit source) {
      this.source = source;
    }

    @Override
    protected SourceUnit getSourceUnit() {
      return source;
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
      super.visitMethodCallExpression(call);
      if (call.getObjectExpression() instanceof ClassExpression) {
        checkInterface(call, call.getObjectExpression().getType(), call.getMethodAsString());
      }
      checkMarks(call, call.getNodeMetaData(StaticTypesMarker.DIRECT_METHOD_CALL_TARGET));
    }

    @Override
    public void visitStaticMethodCallExpression(StaticMethodCallExpression call) {
      super.visitStaticMethodCallExpression(call);
      checkInterface(call, call.getOwnerType(), call.getMethod());
      checkMarks(call, call.getNodeMetaData(StaticTypesMarker.DIRECT_METHOD_CALL_TARGET));
    }

    @Override
    public void visitConstructorCallExpression(ConstructorCallExpression call) {
      super.visitConstructorCallExpression(call);
      checkMarks(call, call.getNodeMetaData(StaticTypesMarker.DIRECT_METHOD_CALL_TARGET));
    }

    @Override
    public void visitGStringExpression(GStringExpression text) {
      super.visitGStringExpression(text);
      error(text, "a GString: Jenkins cannot persist it, and the image may rewrite it");
    }

    /**
     * When an argument's class is not exactly the parameter's, Groovy 2.4 makes a class for the call, named after the
     * script's: ClassFormatError when that is no identifier. Parameters of final classes are safe.
     */
    private void checkOwnMethods(ClassNode type) {
      if (!type.isScript() || SourceVersion.isIdentifier(type.getName())) return;
      for (MethodNode method : type.getMethods()) {
        boolean isOwn = !method.isSynthetic() && !method.getName().equals("main");
        if (isOwn && !Arrays.stream(method.getParameters()).allMatch(each -> isExact(each.getType()))) {
          error(method, "a file whose name is no Java identifier cannot call its own method: " + method.getName());
        }
      }
    }

    private boolean isExact(ClassNode type) {
      return Modifier.isFinal(type.getModifiers()) && !ClassHelper.isPrimitiveType(type) && !type.isArray();
    }

    private void checkInterface(Expression call, ClassNode owner, String method) {
      if (!owner.isInterface() || owner.equals(ClassHelper.CLASS_Type)) return;
      boolean isStatic = owner.getMethods(method).stream().anyMatch(MethodNode::isStatic);
      if (isStatic) error(call, "static method of an interface: " + owner.getName() + "." + method);
    }

    private void checkMarks(Expression call, Object target) {
      if (!(target instanceof AnnotatedNode)) return;
      MethodNode method = (MethodNode) target;
      String name = method.getDeclaringClass().getName() + "." + method.getName();
      if (isMarked(method, Deprecated.class)) warn(call, "deprecated: " + name);
      if (isMarked(method, Restricted.class)) warn(call, "restricted: " + name);
    }

    private boolean isMarked(MethodNode method, Class<?> mark) {
      return !method.getAnnotations(ClassHelper.make(mark)).isEmpty();
    }

    private void warn(Expression at, String message) {
      warnings.add(Problems.at(at.getLineNumber(), at.getColumnNumber(), message));
    }

    private void error(ASTNode at, String message) {
      SyntaxException cause = new SyntaxException(message, at.getLineNumber(), at.getColumnNumber());
      source.getErrorCollector().addErrorAndContinue(new SyntaxErrorMessage(cause, source));
    }
  }
}
