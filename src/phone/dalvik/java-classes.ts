import {
  dotted,
  type JavaObject,
  type JavaValue,
  type ThrowableData,
  Thrown,
  throwableText,
  thrown,
} from "./java-values.ts";
import { Exited, type HiddenClass, type Native, type Process } from "./process.ts";

/** The part of java.lang that programs here call, by key. */
export const javaClasses: Readonly<Record<string, Native>> = {
  "Ljava/lang/System;->exit(I)V": ([code]) => {
    throw new Exited(Number(code));
  },
  "Ljava/io/PrintStream;->println(Ljava/lang/String;)V": async ([, text], process) => {
    await process.print(`${text ?? "null"}\n`);
    return null;
  },
  "Ljava/io/PrintStream;->flush()V": () => null,
  "Ljava/lang/String;->length()I": ([text]) => String(text).length,
  "Ljava/lang/String;->substring(II)Ljava/lang/String;": ([text, from, to]) => {
    const whole = String(text);
    if (Number(from) < 0 || Number(to) > whole.length || Number(from) > Number(to))
      throw thrown("java.lang.StringIndexOutOfBoundsException", `begin ${from}, end ${to}, length ${whole.length}`);
    return whole.slice(Number(from), Number(to));
  },
  "Ljava/lang/String;->replace(CC)Ljava/lang/String;": ([text, from, to]) =>
    String(text).replaceAll(String.fromCharCode(Number(from)), String.fromCharCode(Number(to))),
  "Ljava/lang/StringBuilder;-><init>(Ljava/lang/String;)V": ([builder, text]) => {
    (builder as JavaObject).data = String(text);
    return null;
  },
  "Ljava/lang/StringBuilder;->append(Ljava/lang/String;)Ljava/lang/StringBuilder;": ([builder, text]) => {
    (builder as JavaObject).data = `${(builder as JavaObject).data}${text}`;
    return builder ?? null;
  },
  "Ljava/lang/StringBuilder;->toString()Ljava/lang/String;": ([builder]) => String((builder as JavaObject).data),
  "Ljava/lang/Integer;->parseInt(Ljava/lang/String;I)I": ([text, radix]) => {
    const value = Number.parseInt(String(text), Number(radix));
    if (Number.isNaN(value) || value.toString(Number(radix)).padStart(String(text).length, "0") !== String(text))
      throw thrown("java.lang.NumberFormatException", `For input string: "${text}"`);
    return value;
  },
  "Ljava/lang/Throwable;->toString()Ljava/lang/String;": ([object]) => throwableText(object as JavaObject),
  "Ljava/lang/Throwable;->getCause()Ljava/lang/Throwable;": ([object]) =>
    ((object as JavaObject).data as ThrowableData).cause,
  ...reflection(),
};

/** Classes of which everything is one. */
export const ancestors: ReadonlySet<string> = new Set(["Ljava/lang/Object;", "Ljava/lang/Throwable;"]);

function reflection(): Readonly<Record<string, Native>> {
  return {
    "Ljava/lang/Class;->forName(Ljava/lang/String;)Ljava/lang/Class;": ([name], process) => {
      if (process.hidden(String(name)) === undefined) throw thrown("java.lang.ClassNotFoundException", String(name));
      return { type: "Ljava/lang/Class;", data: `L${String(name).replaceAll(".", "/")};` };
    },
    "Ljava/lang/Class;->getDeclaredMethod(Ljava/lang/String;[Ljava/lang/Class;)Ljava/lang/reflect/Method;": (
      [of, name],
      process,
    ) => {
      const run = hiddenOf(of, process)?.methods[String(name)];
      if (run === undefined) throw thrown("java.lang.NoSuchMethodException", `${nameOf(of)}.${name} []`);
      return { type: "Ljava/lang/reflect/Method;", data: run };
    },
    "Ljava/lang/Class;->getDeclaredField(Ljava/lang/String;)Ljava/lang/reflect/Field;": ([of, name], process) => {
      const set = hiddenOf(of, process)?.fields[String(name)];
      if (set === undefined) throw thrown("java.lang.NoSuchFieldException", `No field ${name} in class ${nameOf(of)}`);
      return { type: "Ljava/lang/reflect/Field;", data: set };
    },
    "Ljava/lang/reflect/Method;->setAccessible(Z)V": () => null,
    "Ljava/lang/reflect/Field;->setAccessible(Z)V": () => null,
    "Ljava/lang/reflect/Method;->invoke(Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;": ([method, on]) => {
      try {
        return ((method as JavaObject).data as HiddenClass["methods"][string])(on ?? null);
      } catch (error) {
        if (!(error instanceof Thrown)) throw error;
        throw thrown("java.lang.reflect.InvocationTargetException", null, error.object);
      }
    },
    "Ljava/lang/reflect/Field;->set(Ljava/lang/Object;Ljava/lang/Object;)V": ([field, on, value]) => {
      ((field as JavaObject).data as HiddenClass["fields"][string])(on ?? null, value ?? null);
      return null;
    },
  };
}

function nameOf(object: JavaValue | undefined): string {
  return dotted(String((object as JavaObject).data));
}

function hiddenOf(object: JavaValue | undefined, process: Process): HiddenClass | undefined {
  return process.hidden(nameOf(object));
}
