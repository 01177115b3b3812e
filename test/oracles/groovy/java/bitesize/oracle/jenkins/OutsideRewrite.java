package bitesize.oracle.jenkins;

import java.util.Map;
import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/** Rewrites what a script asks of the machine into calls of {@link Outside}. */
final class OutsideRewrite extends CompilationCustomizer {
  private static final ClassNode OUTSIDE = ClassHelper.make(Outside.class);
  private static final Map<String, String> REWRITTEN =
      Map.of("java.lang.System", "getenv", "java.nio.file.Paths", "get", "java.lang.Thread", "sleep", "java.lang.Runtime", "getRuntime");

  OutsideRewrite() {
    super(CompilePhase.SEMANTIC_ANALYSIS);
  }

  @Override
  public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
    new Transformer(source).visitClass(type);
  }

  private static final class Transformer extends ClassCodeExpressionTransformer {
    private final SourceUnit source;

    Transformer(SourceUnit source) {
      this.source = source;
    }

    @Override
    protected SourceUnit getSourceUnit() {
      return source;
    }

    @Override
    public Expression transform(Expression expression) {
      if (expression instanceof ClosureExpression) ((ClosureExpression) expression).getCode().visit(this);
      if (expression instanceof MethodCallExpression) {
        MethodCallExpression call = (MethodCallExpression) expression;
        Expression owner = call.getObjectExpression();
        if (owner instanceof ClassExpression && isRewritten(owner.getType(), call.getMethodAsString())) {
          return outside(call.getMethodAsString(), call.getArguments(), call);
        }
      }
      if (expression instanceof StaticMethodCallExpression) {
        StaticMethodCallExpression call = (StaticMethodCallExpression) expression;
        if (isRewritten(call.getOwnerType(), call.getMethod())) return outside(call.getMethod(), call.getArguments(), call);
      }
      if (expression instanceof ConstructorCallExpression && expression.getType().getName().equals("java.io.File")) {
        return outside("file", ((ConstructorCallExpression) expression).getArguments(), expression);
      }
      return super.transform(expression);
    }

    private Expression outside(String method, Expression arguments, Expression original) {
      Expression call = new StaticMethodCallExpression(OUTSIDE, method, transform(arguments));
      call.setSourcePosition(original);
      return call;
    }

    private static boolean isRewritten(ClassNode owner, String method) {
      return method != null && method.equals(REWRITTEN.get(owner.getName()));
    }
  }
}
