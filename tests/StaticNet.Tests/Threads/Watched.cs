using System.Reflection;
using System.Reflection.Emit;

namespace StaticNet.Tests;

/// <summary>
/// Models whose passes tell a <see cref="ThreadWatch"/> which threads they run on: classes derived from those of the models, made when they are asked
/// for, each of whose passes calls the watch and then the model's own.
/// </summary>
internal static class Watched
{
    // StaticNet.Tests lets this assembly see what is internal.
    private static readonly ModuleBuilder _module = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Watched"), AssemblyBuilderAccess.Run)
        .DefineDynamicModule("Watched");

    private static readonly Dictionary<Type, Type> _types = [];

    /// <summary>A new model like this one, with weights from the same seed and as many threads, that is watched.</summary>
    public static TModel Like<TModel>(TModel model, ThreadWatch watch)
        where TModel : Model
    {
        Type? type;
        lock (_types)
        {
            if (!_types.TryGetValue(model.GetType(), out type))
                _types[model.GetType()] = type = Derive(model.GetType());
        }

        var watched = (TModel)Activator.CreateInstance(type, model.Seed)!;
        type.GetField(nameof(ThreadWatch))!.SetValue(watched, watch);
        PropertyInfo threads = type.GetProperty(nameof(Model<>.Threads))!;
        threads.SetValue(watched, threads.GetValue(model));
        return watched;
    }

    private static Type Derive(Type model)
    {
        TypeBuilder type = _module.DefineType($"Watched.{model.Name}{_types.Count}", TypeAttributes.Public | TypeAttributes.Sealed, model);
        FieldBuilder watch = type.DefineField(nameof(ThreadWatch), typeof(ThreadWatch), FieldAttributes.Public);
        ILGenerator code = type.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, [typeof(int)]).GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Call, model.GetConstructor([typeof(int)])!);
        code.Emit(OpCodes.Ret);

        // What the generator has overridden and not sealed are the passes.
        foreach (MethodInfo pass in model.GetMethods(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        {
            if (pass.IsVirtual && !pass.IsFinal && pass.ReturnType == typeof(void))
                Override(type, pass, watch);
        }

        return type.CreateType();
    }

    private static void Override(TypeBuilder type, MethodInfo pass, FieldBuilder watch)
    {
        ParameterInfo[] parameters = pass.GetParameters();
        MethodBuilder own = type.DefineMethod(
            pass.Name, MethodAttributes.Family | MethodAttributes.Virtual | MethodAttributes.HideBySig, CallingConventions.HasThis, typeof(void), null, null,
            [.. parameters.Select(parameter => parameter.ParameterType)], [.. parameters.Select(parameter => parameter.GetRequiredCustomModifiers())], null);
        ILGenerator code = own.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldfld, watch);
        code.Emit(OpCodes.Ldstr, pass.Name);
        code.Emit(OpCodes.Call, typeof(ThreadWatch).GetMethod(nameof(ThreadWatch.Enter))!);
        for (int i = 0; i <= parameters.Length; i++)
            code.Emit(OpCodes.Ldarg, (short)i);
        code.Emit(OpCodes.Call, pass);
        code.Emit(OpCodes.Ret);
        type.DefineMethodOverride(own, pass);
    }
}
