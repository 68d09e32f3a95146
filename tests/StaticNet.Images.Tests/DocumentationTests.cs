namespace StaticNet.Images.Tests;

/// <summary>The snippets of docs/data.md that are about folders of images.</summary>
public class DocumentationTests
{
    [Fact]
    public void Folders_of_images()
    {
        using var folder = new TemporaryFolder();
        foreach (string name in new[] { "rose/1.png", "rose/2.png", "tulip/1.png", "tulip/2.png", "tulip/3.png" })
            folder.Draw(name, 2, 0xFF0000FF, 0xFF00FF00, 0xFFFF0000, 0xFFFFFFFF);
        Directory.CreateSymbolicLink("flowers", folder.Path);
        try
        {
            ImageFolderSource flowers = ImageFolder.Source("flowers", new ImageOptions { Height = 64, Width = 64, Scale = 1f / 255 });
            var (train, validation) = flowers.Split(0.2, seed: 1);
            Console.WriteLine(string.Join(", ", flowers.ClassNames));
            float[] image = ImageFolder.LoadImage("flowers/rose/1.png", new ImageOptions { Height = 64, Width = 64, Scale = 1f / 255 });
            Assert.Equal(["rose", "tulip"], flowers.ClassNames);
            Assert.Equal((4, 1), (train.Count, validation.Count));
            Assert.Equal(64 * 64 * 3, image.Length);
        }
        finally
        {
            File.Delete("flowers");
        }
    }
}
